/**
 * Pools, mappers and reporting tools as they come, each doing what its users do, on the driver's
 * self-contained jar. No class of the driver may be named here: clients know java.sql only.
 */
package io.github.bedrocksql.clients.apps;
