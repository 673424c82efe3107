/**
 * What to tell a user whose text can't be read or validated: Calcite's complaints in the words of
 * this driver, with a place and a guess. Only failures come here; no tree is changed.
 */
package io.github.bedrocksql.dialect.error;
