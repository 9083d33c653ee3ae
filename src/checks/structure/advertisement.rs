use super::furniture;
use crate::evidence::FurnitureKind;
use crate::reading::Reading;
use crate::rule::{Check, Report};

pub const CHECK: Check = Check::article("structure/advertisement", run);

fn run(reading: &Reading, report: &mut Report) {
    furniture::report(reading, FurnitureKind::Advertisement, report);
}
