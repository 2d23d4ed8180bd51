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

/// Whether a file lies on another machine: NFS, SMB or 9p, where the shared memory of a write-ahead log is not shared.
///
/// FUSE is not among them: sticks with NTFS and the shared folders of containers are FUSE, and lie on this machine.
#[cfg(target_os = "linux")]
pub(crate) fn is_far_away(path: &Path) -> bool {
    rustix::fs::statfs(path).is_ok_and(|facts| is_network(facts.f_type.cast_unsigned()))
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn is_far_away(_path: &Path) -> bool {
    false
}

/// Magic numbers of statfs(2): NFS, SMB, CIFS, SMB2, 9p.
#[cfg(target_os = "linux")]
const fn is_network(kind: u64) -> bool {
    matches!(
        kind & 0xFFFF_FFFF,
        0x6969 | 0x517B | 0xFF53_4D42 | 0xFE53_4D42 | 0x0102_1997
    )
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
    fn what_lies_on_another_machine_is_known_by_its_kind() {
        for (kind, far) in [
            (0x6969, true),
            (0xFE53_4D42, true),
            (0xEF53, false),
            (0x6573_5546, false),
        ] {
            assert_eq!(is_network(kind), far, "{kind:x}");
        }
        assert!(!is_far_away(Path::new("/proc")));
    }

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
