/**
 * The API's operations, and what its answers say, read through the SDK's own description of its
 * classes: a field is named once, by the API's name, where a table is defined. No table, no filter
 * and no row may be named here.
 */
package io.github.bedrocksql.adapter.api;
