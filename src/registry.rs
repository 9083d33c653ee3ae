//! Pages and checks put together: the rules, and the selection of those that run.
