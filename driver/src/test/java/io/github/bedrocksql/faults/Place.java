package io.github.bedrocksql.faults;

import io.github.bedrocksql.sandbox.Fault;

/** Where in a statement a fault strikes: the statement, and whose answers go wrong. */
enum Place {
  FIRST_PAGE("ListModelImportJobs", "SELECT region, job_name, status FROM model_import_jobs"),
  LATER_PAGE("ListModelImportJobs", "SELECT region, job_name, status FROM model_import_jobs"),
  HYDRATION(
      "GetModelImportJob",
      "SELECT region, job_name, model_data_source_type FROM model_import_jobs"),
  LOOKUP(
      "GetModelImportJob",
      "SELECT region, job_name, status, model_data_source_type FROM model_import_jobs"
          + " WHERE job_identifier = 'job-00001'");

  /** Jobs in each Region, on three pages. */
  static final int JOBS = 25;

  static final int PAGE = 10;

  private final String operation;
  private final String sql;

  Place(String operation, String sql) {
    this.operation = operation;
    this.sql = sql;
  }

  String operation() {
    return operation;
  }

  String sql() {
    return sql;
  }

  /** Returns how many rows the statement has in each Region. */
  int rows() {
    return this == LOOKUP ? 1 : JOBS;
  }

  /** Returns whether it is the first call to a Region, which a connection may leave out. */
  boolean isFirstCall() {
    return this == FIRST_PAGE || this == LOOKUP;
  }

  Fault fault(Fault.Kind kind, int times) {
    Fault fault = Fault.of(kind, operation).times(times);
    return this == LATER_PAGE ? fault.onLaterPages() : fault;
  }
}
