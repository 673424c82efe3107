/**
 * Tables as data: columns, where each is read, and the operations that fill them. To add a resource
 * of Bedrock is to add a definition here; no rule, spec or executor may be named here.
 */
package io.github.bedrocksql.adapter.table;
