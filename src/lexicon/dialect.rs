/// One of the two English spellings that a house writes in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Dialect {
    American,
    British,
}

impl Dialect {
    pub const ALL: [Dialect; 2] = [Dialect::American, Dialect::British];

    pub fn name(self) -> &'static str {
        match self {
            Dialect::American => "american",
            Dialect::British => "british",
        }
    }
}
