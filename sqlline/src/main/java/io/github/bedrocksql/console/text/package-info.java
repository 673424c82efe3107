/** What a text is that was typed: its tokens, what is open in it, a command or SQL. */
package io.github.bedrocksql.console.text;
