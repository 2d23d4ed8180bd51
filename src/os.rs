//! What is asked of the operating system: private files, no core dump, which file is which.

use std::fs::Metadata;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::sync::Arc;

/// Before anything else: files of ours are for their owner alone, memory is never dumped
/// to disk, and a full quota is an error to report, not a signal that kills.
pub(crate) fn harden() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit, umask};
    umask(rustix::fs::Mode::from_raw_mode(0o077));
    setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    )?;
    no_dump()?;
    // A handler that does nothing: the write that goes too far returns an error then.
    let ignored = Arc::default();
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, ignored)?;
    Ok(())
}

/// A core handler that is a program isn't held by the limit on core files; this is.
#[cfg(target_os = "linux")]
fn no_dump() -> io::Result<()> {
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};
    Ok(set_dumpable_behavior(DumpableBehavior::NotDumpable)?)
}

#[cfg(not(target_os = "linux"))]
fn no_dump() -> io::Result<()> {
    Ok(())
}

/// Whether the system lets us read what is there; nothing is opened.
pub(crate) fn may_read(path: &Path) -> bool {
    rustix::fs::access(path, rustix::fs::Access::READ_OK).is_ok()
}

/// Which file a path names, whatever it is called: device and inode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FileId {
    device: u64,
    inode: u64,
}

impl FileId {
    /// The file that `path` names now; a link at its end is not followed. Nothing is
    /// opened: closing any descriptor of a database drops its locks.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        path.symlink_metadata().map(|facts| Self::from(&facts))
    }
}

impl From<&Metadata> for FileId {
    fn from(facts: &Metadata) -> Self {
        Self {
            device: facts.dev(),
            inode: facts.ino(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_under_any_name_and_never_taken_for_another() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let [first, renamed, second] = ["a", "b", "c"].map(|name| folder.path().join(name));
        std::fs::write(&first, "")?;
        let before = FileId::of(&first)?;
        std::fs::rename(&first, &renamed)?;
        assert_eq!(FileId::of(&renamed)?, before);
        std::fs::write(&first, "")?;
        assert_ne!(FileId::of(&first)?, before);
        std::os::unix::fs::symlink(&renamed, &second)?;
        assert_ne!(FileId::of(&second)?, before);
        assert!(FileId::of(&folder.path().join("d")).is_err());
        Ok(())
    }
}
