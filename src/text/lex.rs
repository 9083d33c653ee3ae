//! The lexer.
use super::article::Block;
use super::token::Token;

/// Appends the tokens of a block.
pub fn block(_prose: &str, _block: &Block, _tokens: &mut Vec<Token>) {
    todo!()
}
