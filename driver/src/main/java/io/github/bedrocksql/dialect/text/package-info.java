/**
 * A statement's text before it is parsed: what Calcite's parser can't read is written over in its
 * own place, so that lines and columns stay the user's. Nothing here may need a parser, a schema or
 * a connection.
 */
package io.github.bedrocksql.dialect.text;
