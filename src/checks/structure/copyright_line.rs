use super::furniture;
use crate::evidence::FurnitureKind;
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("structure/copyright-line", run);

fn run(reading: &Reading, report: &mut Report) {
    furniture::report(reading, FurnitureKind::Copyright, report);
}
