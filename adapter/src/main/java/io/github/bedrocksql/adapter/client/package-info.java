/**
 * The AWS SDK's clients, one a Region, and what their failures mean in SQL. Nothing here knows of
 * tables, plans or rows.
 */
package io.github.bedrocksql.adapter.client;
