//! A fault of copydesk in one article must cost that article only.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, Once, PoisonError};

thread_local! {
    /// What broke on this thread, while something is guarded on it.
    static BROKEN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// How much is guarded at the moment, and what broke last on a thread that does a share of such work.
static GUARDED: AtomicUsize = AtomicUsize::new(0);
static ELSEWHERE: Mutex<String> = Mutex::new(String::new());

/// Runs the work; if it panics, says where and why.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !noted(info) || std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
                usual(info);
            }
        }));
    });
    BROKEN.set(Some(String::new()));
    GUARDED.fetch_add(1, Ordering::Relaxed);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.fetch_sub(1, Ordering::Relaxed);
    let broken = BROKEN.take();
    let elsewhere = || ELSEWHERE.lock().unwrap_or_else(PoisonError::into_inner).clone();
    result.map_err(|_| broken.filter(|what| !what.is_empty()).unwrap_or_else(elsewhere))
}

/// Keeps what is to be told of a panic, if it is guarded.
fn noted(info: &PanicHookInfo) -> bool {
    let here = BROKEN.with_borrow_mut(|broken| broken.as_mut().map(|what| *what = describe(info)).is_some());
    let guarded = here || GUARDED.load(Ordering::Relaxed) > 0;
    if guarded && !here {
        *ELSEWHERE.lock().unwrap_or_else(PoisonError::into_inner) = describe(info);
    }
    guarded
}

fn describe(info: &PanicHookInfo) -> String {
    let payload = info.payload();
    let text = payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
    let what = text.unwrap_or("no reason given");
    match info.location() {
        Some(place) => format!("{what} ({}:{})", place.file(), place.line()),
        None => what.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::panic;

    use super::guarded;

    #[test]
    fn a_panic_is_an_answer_and_the_next_work_goes_on() {
        let error = guarded(|| -> u8 { panic!("the {} fell off", "comma") }).unwrap_err();
        assert!(error.starts_with("the comma fell off (src/cli/guard.rs:"), "{error}");
        assert_eq!(guarded(|| 7), Ok(7));
    }

    #[test]
    fn a_panic_in_a_share_of_the_work_is_told_just_so() {
        let share = || panic!("the share fell off");
        let error = guarded(|| std::thread::scope(|threads| threads.spawn(share).join()).map_err(panic::resume_unwind));
        assert!(error.is_err_and(|error| error.starts_with("the share fell off (src/cli/guard.rs:")));
    }
}
