//! The reading room's page.
