//! The folder that holds the user's sessions and playbooks. The only reader of the environment here.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::failure::{Failure, Outcome, shown};
use super::owner;

/// The variable that names the folder when no flag does.
pub const VARIABLE: &str = "NEGOTIATE_UP_DATA";

/// Where data lives; nothing of it is created before the first write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataDir {
    root: PathBuf,
}

impl DataDir {
    /// The folder by flag, else by [`VARIABLE`], else `negotiate-up/` in the platform's data folder.
    ///
    /// # Errors
    /// When none of them leads to a usable place.
    pub fn resolve(flag: Option<&Path>) -> Outcome<Self> {
        choose(flag, env::var_os(VARIABLE), platform).and_then(|root| {
            let root = std::path::absolute(&root).map_err(Failure::io("find", &root))?;
            Ok(Self { root })
        })
    }

    /// A folder that is known already.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn sessions(&self) -> PathBuf {
        self.root.join("sessions")
    }

    pub fn playbooks(&self) -> PathBuf {
        self.root.join("playbooks")
    }

    /// Makes a folder in here ready to be written: all that is missing of it is created for us alone.
    ///
    /// # Errors
    /// When it cannot be created, or the data folder belongs to another user.
    pub(super) fn prepare(&self, folder: &Path) -> Outcome<()> {
        create(folder)?;
        let metadata = fs::metadata(&self.root).map_err(Failure::io("use", &self.root))?;
        if owner::is_foreign(&metadata) {
            return Err(Failure::NotYours { path: self.root.clone() });
        }
        Ok(())
    }

    /// What the user should know about the folder before trusting pay figures to it.
    pub fn notices(&self) -> Vec<String> {
        let Ok(metadata) = fs::metadata(&self.root) else { return Vec::new() };
        let root = shown(&self.root);
        let mut notices = Vec::new();
        if owner::is_foreign(&metadata) {
            notices.push(format!("{root} belongs to another user: nothing will be saved there."));
        }
        if owner::is_shared(&metadata) {
            notices.push(format!("Others may write in {root}: make it yours alone, with mode 700."));
        }
        notices
    }
}

fn choose(
    flag: Option<&Path>,
    variable: Option<OsString>,
    platform: impl FnOnce() -> Result<PathBuf, String>,
) -> Outcome<PathBuf> {
    match (flag, variable.filter(|value| !value.is_empty())) {
        (Some(flag), _) if flag.as_os_str().is_empty() => {
            Err(Failure::NoHome { why: "the name given for it is empty".to_owned() })
        }
        (Some(flag), _) => Ok(flag.to_owned()),
        (None, Some(variable)) => Ok(variable.into()),
        (None, None) => {
            platform().map(|data| data.join("negotiate-up")).map_err(|why| Failure::NoHome { why })
        }
    }
}

/// The platform's data folder; the user's home must be there, since we do not create homes.
fn platform() -> Result<PathBuf, String> {
    let strategy = etcetera::base_strategy::choose_native_strategy()
        .map_err(|_| "no home folder is known".to_owned())?;
    usable(strategy.home_dir(), strategy.data_dir())
}

fn usable(home: &Path, data: PathBuf) -> Result<PathBuf, String> {
    let of_home = data.starts_with(home);
    if !data.is_absolute() || (of_home && !home.is_absolute()) {
        return Err("no home folder is known".to_owned());
    }
    if of_home && !home.is_dir() {
        return Err(format!("the home folder {} is not there", shown(home)));
    }
    Ok(data)
}

/// Creates what is missing of a folder, for us alone; an empty path is the folder we are in.
pub(super) fn create(folder: &Path) -> Outcome<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        create(parent)?;
    }
    match owner::private_folder(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Failure::io("create the folder", folder)(io::ErrorKind::NotADirectory.into()))
        }
        result => result.map_err(Failure::io("create the folder", folder)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unasked() -> Result<PathBuf, String> {
        panic!("the platform was asked")
    }

    #[test]
    fn flag_before_variable_before_platform() {
        let variable = Some(OsString::from("/v"));
        assert_eq!(choose(Some(Path::new("/f")), variable.clone(), unasked).unwrap(), Path::new("/f"));
        assert_eq!(choose(None, variable, unasked).unwrap(), Path::new("/v"));
        let platform = choose(None, Some(OsString::new()), || Ok("/p".into())).unwrap();
        assert_eq!(platform, Path::new("/p/negotiate-up"));
    }

    #[test]
    fn without_a_home_the_flag_is_named() {
        let here = tempfile::tempdir().unwrap();
        let gone = here.path().join("gone");
        for (home, data, ok) in [
            (here.path(), here.path().join(".local/share"), true),
            (&gone, gone.join(".local/share"), false),
            (&gone, here.path().join("elsewhere"), true),
            (Path::new(""), PathBuf::from(".local/share"), false),
        ] {
            assert_eq!(usable(home, data).is_ok(), ok, "{}", home.display());
        }
        let failure = choose(None, None, || usable(&gone, gone.join("x"))).unwrap_err();
        assert!(failure.render().contains("--data-dir"), "{}", failure.render());
        assert!(choose(Some(Path::new("")), None, unasked).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn folders_are_ours_alone_and_made_only_when_needed() {
        use std::os::unix::fs::PermissionsExt;
        let here = tempfile::tempdir().unwrap();
        let data = DataDir::at(here.path().join("a b/é\n/data"));
        assert!(!data.root().exists());
        data.prepare(&data.sessions()).unwrap();
        for folder in [data.root().to_owned(), data.sessions(), here.path().join("a b")] {
            assert_eq!(fs::metadata(folder).unwrap().permissions().mode() & 0o777, 0o700);
        }
        assert!(data.notices().is_empty());
        fs::set_permissions(data.root(), fs::Permissions::from_mode(0o775)).unwrap();
        assert_eq!(data.notices().len(), 1);
    }

    #[test]
    fn a_file_in_the_way_is_said() {
        let here = tempfile::tempdir().unwrap();
        let file = here.path().join("file");
        fs::write(&file, "x").unwrap();
        let data = DataDir::at(file.join("data"));
        let failure = data.prepare(&data.sessions()).unwrap_err();
        assert!(failure.hint().unwrap().contains("--data-dir"), "{failure}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_of_another_user_is_not_written() {
        let here = tempfile::tempdir().unwrap();
        if std::os::unix::fs::chown(here.path(), Some(65_534), None).is_err() {
            return; // Only root may give files away.
        }
        let data = DataDir::at(here.path());
        assert!(matches!(data.prepare(&data.sessions()), Err(Failure::NotYours { .. })));
        assert!(data.notices()[0].contains("another user"));
    }
}
