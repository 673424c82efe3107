/**
 * The SQL of this driver where it differs from Calcite's own: how a text is validated and made a
 * plan's expressions. Nothing here knows JDBC objects or the API, and nothing that only a
 * connection of this driver has may be needed by the adapter, whose tables live in foreign
 * connections too.
 */
package io.github.bedrocksql.dialect;
