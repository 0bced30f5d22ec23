//! The same work on many things, on all processors, with the results in order.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use crate::cli::failure::CliFailure;

/// More threads than that wait for the disk and each other.
const MOST_THREADS: usize = 8;
/// Room for a guide that is nested deeply.
const STACK: usize = 8 << 20;

/// Works on each thing and gives the results to `take`, in the order of the things; ends early when
/// `take` fails.
pub fn each<T: Sync, R: Send>(
    things: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), CliFailure>,
) -> Result<(), CliFailure> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS).min(things.len());
    let next = AtomicUsize::new(0);
    let (sender, results) = mpsc::sync_channel(threads * 4);
    thread::scope(|scope| {
        let results = results;
        for _ in 0..threads {
            let sender = sender.clone();
            let (work, next) = (&work, &next);
            let worker = move || {
                while let index = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(thing) = things.get(index)
                    && sender.send((index, work(thing))).is_ok()
                {}
            };
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker)?;
        }
        drop(sender);
        let mut early = BTreeMap::new();
        let mut due = 0;
        for (index, result) in &results {
            early.insert(index, result);
            while let Some(result) = early.remove(&due) {
                due += 1;
                take(result)?;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_each_once() {
        for count in [0_usize, 1, 500] {
            let things: Vec<usize> = (0..count).collect();
            let mut taken = Vec::new();
            let take = |result| {
                taken.push(result);
                Ok(())
            };
            each(&things, |thing| thing * 2, take).unwrap();
            assert_eq!(taken, things.iter().map(|thing| thing * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_failure_ends_the_work() {
        let things: Vec<usize> = (0..10_000).collect();
        let mut taken = 0;
        let take = |_| {
            taken += 1;
            if taken == 3 { Err(CliFailure::Usage("enough".to_owned())) } else { Ok(()) }
        };
        assert!(each(&things, |thing| *thing, take).is_err());
        assert_eq!(taken, 3);
    }
}
