/**
 * What can be read off any parse tree: the name of a call, the text of a literal, the label of a
 * column, the place of an error. What a form means, and what replaces it, belongs in {@code
 * rewrite}.
 */
package io.github.bedrocksql.dialect.tree;
