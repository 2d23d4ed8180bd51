//! What ratatui draws on: bytes in memory, sent in one piece when the frame is done.
//!
//! Nothing here asks the terminal anything. crossterm would open `/dev/tty` for the
//! size, run `tput` if that fails, and wait for an answer to learn where the cursor is.

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use std::io;

/// A frame in the making.
pub(super) struct Canvas {
    pub(super) size: Size,
    pub(super) bytes: Vec<u8>,
}

impl Canvas {
    fn pen(&mut self) -> CrosstermBackend<&mut Vec<u8>> {
        CrosstermBackend::new(&mut self.bytes)
    }
}

impl Backend for Canvas {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.pen().draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.pen().hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.pen().show_cursor()
    }

    /// Never asked: the frame says where the cursor goes, and after a clear it goes home.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.pen().set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.pen().clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.pen().clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
