@echo off
rem The Bedrock SQL console on Windows, unpacked from its archive. Needs Java 17 or later.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo bedrock-sql: no java on the PATH and no JAVA_HOME with one; Java 17 or later is needed 1>&2
  exit /b 2
)
if not exist "%HOME_DIR%\lib" (
  echo bedrock-sql: %HOME_DIR%\lib is missing; unpack the archive again 1>&2
  exit /b 1
)
rem Times are UTC on every screen. Java itself finds out whether it is in a terminal.
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.timezone=UTC -Djava.awt.headless=true %BEDROCK_SQL_JAVA_OPTS% ^
  -cp "%HOME_DIR%\lib\*" io.github.bedrocksql.console.ConsoleMain %*
exit /b %ERRORLEVEL%
