package io.crmkit.testkit.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that starts a server, says its process number, and ends when its input does. */
final class MariaDbChild {

  private MariaDbChild() {}

  public static void main(String[] args) throws IOException, SQLException {
    TestPlace place = new MariaDbStorage().open();
    try (Connection connection = place.dataSource().orElseThrow().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select @@pid_file")) {
      row.next();
      System.out.println(row.getString(1));
      System.out.println(Files.readString(Path.of(row.getString(1))).strip());
    }
    System.in.read();
  }
}
