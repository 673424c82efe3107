/** Typing at the prompt: when a text is complete, what it can be completed by, pasting. */
package io.github.bedrocksql.console.edit;
