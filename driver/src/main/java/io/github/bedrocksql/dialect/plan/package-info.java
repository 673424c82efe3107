/** Plans that are made once: what of a plan can be used again, for which statements, and where. */
package io.github.bedrocksql.dialect.plan;
