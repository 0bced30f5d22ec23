//! The real program in a pseudo-terminal, in a sandbox of its own with a cleared environment.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The day every test takes for today: a Monday.
pub const TODAY: &str = "2026-11-23";
/// How long a test waits for what should come at once.
const PATIENCE: Duration = Duration::from_secs(20);

/// A folder that stands in for the user's home.
pub struct Sandbox(tempfile::TempDir);

impl Sandbox {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    /// The text of the one saved session.
    pub fn session(&self) -> String {
        let folder = self.data().join("sessions");
        let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
            .map(|entries| entries.map(|entry| entry.unwrap().path()).collect())
            .unwrap_or_default();
        files.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
        assert_eq!(files.len(), 1, "{files:?}");
        std::fs::read_to_string(&files[0]).unwrap()
    }
}

struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
    closed: bool,
}

/// A running program and its screen.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

/// Environment variables set beside the sandbox's own.
pub type Env<'a> = &'a [(&'a str, &'a str)];

impl Terminal {
    pub fn start(sandbox: &Sandbox, args: &[&str]) -> Self {
        Self::start_with(sandbox, args, (24, 80), &[])
    }

    pub fn start_with(sandbox: &Sandbox, args: &[&str], (rows, cols): (u16, u16), env: Env) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(binary());
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("HOME", sandbox.path());
        command.env("NEGOTIATE_UP_DATA", sandbox.data());
        for (name, value) in env {
            command.env(name, value);
        }
        command.args(["--today", TODAY]);
        command.args(args);
        command.cwd(sandbox.path());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let parser = vt100::Parser::new(rows.max(2), cols.max(2), 0);
        let seen = Arc::new((Mutex::new(Seen { parser, raw: Vec::new(), closed: false }), Condvar::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            let mut chunk = [0; 8192];
            loop {
                let count = reader.read(&mut chunk).unwrap_or(0);
                let (seen, bell) = &*shared;
                let mut seen = seen.lock().unwrap();
                if count == 0 {
                    seen.closed = true;
                    bell.notify_all();
                    return;
                }
                seen.parser.process(&chunk[..count]);
                seen.raw.extend_from_slice(&chunk[..count]);
                bell.notify_all();
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Self { child, master: pair.master, writer, seen }
    }

    pub fn send(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// Sends keys and waits for what they bring.
    pub fn press(&mut self, keys: &str, then: &str) -> &mut Self {
        self.send(keys);
        self.wait(then)
    }

    /// Waits until a text is on the screen.
    pub fn wait(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contains(text))
    }

    pub fn until(&mut self, what: &str, holds: impl Fn(&str) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        let (seen, bell) = &*self.seen;
        let mut seen = seen.lock().unwrap();
        loop {
            let screen = seen.parser.screen().contents();
            if holds(&screen) {
                break;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero() && !seen.closed, "waited for {what:?}; the screen:\n{screen}");
            (seen, _) = bell.wait_timeout(seen, left).unwrap();
        }
        drop(seen);
        self
    }

    /// Waits until the cursor stands right behind a text.
    pub fn wait_cursor_behind(&mut self, text: &str) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        let (seen, bell) = &*self.seen;
        let mut seen = seen.lock().unwrap();
        loop {
            let screen = seen.parser.screen();
            let (row, column) = screen.cursor_position();
            let before = screen.contents_between(row, 0, row, column);
            if before.ends_with(text) && !screen.hide_cursor() {
                break;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "the cursor stands behind {before:?}");
            (seen, _) = bell.wait_timeout(seen, left).unwrap();
        }
        drop(seen);
        self
    }

    /// Presses a key until the program ends, for where a single press may rightly be passed over.
    pub fn insist(&mut self, key: &str) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                self.wait_closed();
                return status.exit_code();
            }
            assert!(Instant::now() < deadline, "still running; the screen:\n{}", self.screen());
            let _ = self.writer.write_all(key.as_bytes()).and_then(|()| self.writer.flush());
            thread::yield_now();
        }
    }

    pub fn screen(&self) -> String {
        self.seen.0.lock().unwrap().parser.screen().contents()
    }

    /// Everything the program wrote.
    pub fn raw(&self) -> String {
        String::from_utf8_lossy(&self.seen.0.lock().unwrap().raw).into_owned()
    }

    pub fn resize(&mut self, rows: u16, cols: u16) -> &mut Self {
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(rows, cols);
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).unwrap();
        self
    }

    pub fn signal(&mut self, name: &str) -> &mut Self {
        let pid = self.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill").args([&format!("-{name}"), &pid]).status().unwrap();
        assert!(sent.success());
        self
    }

    /// Whether the program is stopped, by its state in the process table.
    pub fn wait_stopped(&mut self) -> &mut Self {
        let pid = self.child.process_id().unwrap();
        let deadline = Instant::now() + PATIENCE;
        loop {
            let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
            if stat.rsplit(") ").next().unwrap().starts_with('T') {
                return self;
            }
            assert!(Instant::now() < deadline, "not stopped: {stat}");
            thread::yield_now();
        }
    }

    /// Waits for the end; gives the exit code.
    pub fn end(&mut self) -> u32 {
        self.insist("")
    }

    /// Waits until everything the program wrote has been read.
    fn wait_closed(&self) {
        let (seen, bell) = &*self.seen;
        let seen = seen.lock().unwrap();
        drop(bell.wait_timeout_while(seen, PATIENCE, |seen| !seen.closed).unwrap());
    }

    /// Asserts that every mode the program set was taken back.
    pub fn assert_restored(&self) {
        let raw = self.raw();
        let off = |on: &str, off: &str| raw.rfind(on) < raw.rfind(off);
        assert!(off("\x1b[?1049h", "\x1b[?1049l"), "the alternate screen was not left");
        assert!(off("\x1b[?2004h", "\x1b[?2004l"), "bracketed paste is still on");
        assert!(raw.rfind("\x1b[?25l") < raw.rfind("\x1b[?25h"), "the cursor is hidden");
        assert_eq!(raw.matches("\x1b[?1049l").count(), raw.matches("\x1b[?1049h").count());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// The program under test: the one built for the tests, or the one named.
pub fn binary() -> PathBuf {
    let named = std::env::var_os("NEGOTIATE_UP_BIN").map(PathBuf::from);
    let built = PathBuf::from(env!("CARGO_BIN_EXE_negotiate-up"));
    named.map_or(built, |path| std::path::absolute(path).unwrap())
}
