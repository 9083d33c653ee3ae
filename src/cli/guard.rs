//! A fault of copydesk in one article must cost that article only.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

thread_local! {
    /// What broke on this thread, while something is guarded on it.
    static BROKEN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs the work; if it panics, says where and why.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let guarded = BROKEN.with_borrow_mut(|broken| match broken {
                Some(what) => {
                    *what = describe(info);
                    true
                }
                None => false,
            });
            if !guarded || std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
                usual(info);
            }
        }));
    });
    BROKEN.set(Some(String::new()));
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    let broken = BROKEN.take();
    result.map_err(|_| broken.unwrap_or_default())
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
    use super::guarded;

    #[test]
    fn a_panic_is_an_answer_and_the_next_work_goes_on() {
        let error = guarded(|| -> u8 { panic!("the {} fell off", "comma") }).unwrap_err();
        assert!(error.starts_with("the comma fell off (src/cli/guard.rs:"), "{error}");
        assert_eq!(guarded(|| 7), Ok(7));
    }
}
