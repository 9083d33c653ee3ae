//! Many articles at once, and their answers in order.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Does `count` pieces of work, a few in a row on each processor, and hands each answer on in the
/// order of the work, with the number of pieces done; now and then it hands on none, so that progress
/// can be shown. `work` gives an answer for each number of a range. The first error of `take` ends it.
pub fn answers<A: Send>(
    count: usize,
    work: impl Fn(Range<usize>) -> Vec<A> + Sync,
    mut take: impl FnMut(usize, Option<A>) -> io::Result<()>,
) -> io::Result<()> {
    if count <= 1 {
        // One article needs no second thread, and starts sooner without.
        return work(0..count).into_iter().try_for_each(|answer| take(1, Some(answer)));
    }
    // Many articles are handed on a few at a time: to wake the thread that prints costs as much as
    // a short article.
    let few = (count / (16 * rayon::current_num_threads())).clamp(1, 64);
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    let (sender, receiver) = mpsc::channel();
    let worker = |sender: mpsc::Sender<(usize, Vec<A>)>| {
        while !stop.load(Ordering::Relaxed) {
            let number = next.fetch_add(few, Ordering::Relaxed);
            let numbers = number..count.min(number + few);
            if numbers.is_empty() || sender.send((number, work(numbers))).is_err() {
                break;
            }
        }
    };
    thread::scope(|threads| {
        threads.spawn(|| {
            rayon::scope(|pool| {
                for _ in 0..rayon::current_num_threads() {
                    let sender = sender.clone();
                    pool.spawn(|_| worker(sender));
                }
            });
            drop(sender);
        });
        let result = in_order(&receiver, count, &mut take);
        stop.store(true, Ordering::Relaxed);
        result
    })
}

fn in_order<A>(
    receiver: &mpsc::Receiver<(usize, Vec<A>)>,
    count: usize,
    take: &mut impl FnMut(usize, Option<A>) -> io::Result<()>,
) -> io::Result<()> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    while next < count {
        match receiver.recv_timeout(Duration::from_millis(100)) {
            Ok((number, answers)) => early.extend((number..).zip(answers)),
            Err(RecvTimeoutError::Timeout) => take(next + early.len(), None)?,
            Err(RecvTimeoutError::Disconnected) => break,
        }
        while let Some(answer) = early.remove(&next) {
            take(next + 1 + early.len(), Some(answer))?;
            next += 1;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_the_order_of_the_work_and_none_is_lost() {
        for count in [0, 1, 2, 100] {
            let mut taken = Vec::new();
            let slow_at_first = |number: usize| {
                thread::sleep(Duration::from_micros(if number.is_multiple_of(7) { 500 } else { 1 }));
                number
            };
            answers(
                count,
                |numbers| numbers.map(slow_at_first).collect(),
                |_, answer| {
                    taken.extend(answer);
                    Ok(())
                },
            )
            .unwrap();
            assert_eq!(taken, (0..count).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_output_that_is_closed_ends_the_work() {
        let done = AtomicUsize::new(0);
        let work = |numbers: Range<usize>| {
            done.fetch_add(numbers.len(), Ordering::Relaxed);
            thread::sleep(Duration::from_millis(1));
            numbers.collect()
        };
        let closed = answers(100_000, work, |_, _| Err(io::ErrorKind::BrokenPipe.into()));
        assert_eq!(closed.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
        assert!(done.load(Ordering::Relaxed) < 100_000);
    }
}
