//! What ratatui draws on: bytes in memory, sent in one piece when the frame is done.
//!
//! Nothing here asks the terminal anything. crossterm would open `/dev/tty` for the
//! size, run `tput` if that fails, and wait for an answer to learn where the cursor is.

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use std::io;

/// Shown for a cell that would steer the terminal. Text was cleaned long before it comes
/// here; this is the last door, and `Cell::set_symbol` lets everything through.
static REFUSED: Cell = Cell::new("\u{fffd}");

fn harmless(cell: &Cell) -> &Cell {
    if cell.symbol().chars().any(char::is_control) {
        &REFUSED
    } else {
        cell
    }
}

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
        self.pen()
            .draw(content.map(|(x, y, cell)| (x, y, harmless(cell))))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_can_steer_the_terminal() -> io::Result<()> {
        for (symbol, shown) in [
            ("村", "村"),
            ("\x1b]0;x\x07", "\u{fffd}"),
            ("a\u{9b}", "\u{fffd}"),
        ] {
            let mut canvas = Canvas {
                size: Size::new(9, 1),
                bytes: Vec::new(),
            };
            let mut cell = Cell::default();
            cell.set_symbol(symbol);
            canvas.draw([(0, 0, &cell)].into_iter())?;
            let bytes = String::from_utf8_lossy(&canvas.bytes).into_owned();
            assert!(bytes.contains(shown), "{bytes:?}");
            assert_eq!(bytes.contains(symbol), symbol == shown, "{bytes:?}");
        }
        Ok(())
    }
}
