//! Keys against forms.
