//! What the rules about the items of a list have in common: one of them differs from all others.

use crate::evidence::lists::List;
use crate::reading::{InBlock, Reading};

/// At least so many items must agree.
const AGREE: usize = 3;

/// The item that alone has another class than all others, and an item of the common class; items
/// without a class do not count.
pub fn find<T: PartialEq + Copy>(classes: &[Option<T>]) -> Option<(usize, usize)> {
    let known: Vec<usize> = (0..classes.len()).filter(|&i| classes[i].is_some()).collect();
    let count = |i: usize| known.iter().filter(|&&j| classes[j] == classes[i]).count();
    let common = known.iter().take(3).copied().find(|&i| count(i) > 1)?;
    let odd = known.iter().copied().find(|&i| classes[i] != classes[common])?;
    (count(common) == known.len() - 1 && known.len() > AGREE).then_some((odd, common))
}

/// Each list that has enough items to compare, with its items.
pub fn lists<'r>(reading: &'r Reading) -> impl Iterator<Item = (&'r List, Vec<InBlock<'r>>)> {
    /// A list of more items is an index, or a table without lines.
    const MOST: usize = 60;
    let lists = reading.lists().all.iter().filter(|list| (AGREE + 1..=MOST).contains(&list.items.len()));
    lists.map(|list| (list, list.items.iter().map(|&number| InBlock { reading, number }).collect()))
}
