/**
 * What the tests of all clients need: an endpoint, and what reached it. Nothing here may know a
 * client, and nothing but the driver's jar may be needed, since the class paths of the clients
 * differ.
 */
package io.github.bedrocksql.clients;
