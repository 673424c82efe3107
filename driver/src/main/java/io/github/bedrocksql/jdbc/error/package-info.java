/**
 * What leaves the driver when something fails: an SQLException with a SQLState and a message for
 * the user, whatever Calcite or Avatica threw. Nothing here may know what was asked for.
 */
package io.github.bedrocksql.jdbc.error;
