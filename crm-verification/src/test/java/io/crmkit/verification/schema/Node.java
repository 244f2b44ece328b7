package io.crmkit.verification.schema;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.testkit.storage.DatabasePlace;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A program that starts a CRM with all modules when it is told to, and registers a customer. */
final class Node {

  private static final String READY = "ready";

  private final Process process;
  private final BufferedReader output;
  private final StringBuilder said = new StringBuilder();

  private Node(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  public static void main(String[] args) throws IOException {
    System.out.println(READY);
    int told = System.in.read();
    CrmBuilder builder = Crm.builder(AccessPolicy.allowAll()).delivery(CrmBuilder.Delivery.MANUAL);
    try (DatabasePlace place = DatabasePlace.at(args[0], args[1])) {
      place.configure(builder);
      try (Crm crm = builder.open()) {
        crm.session(new TenantId("acme"), Actor.of("node " + told))
            .get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Riverside", "河畔")));
      }
    }
  }

  /** A new process, which waits. */
  static Node waiting(String url, String user) throws IOException {
    String classPath =
        Objects.requireNonNullElse(
            System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Node node =
        new Node(
            new ProcessBuilder(
                    List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        classPath.replace("\n", File.pathSeparator),
                        Node.class.getName(),
                        url,
                        user))
                .redirectErrorStream(true)
                .start());
    String line = node.output.readLine();
    if (!READY.equals(line)) {
      throw new IOException("a node does not start: " + line + node.rest());
    }
    return node;
  }

  void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** What it said until it ended; fails if it ended badly. */
  String ended() throws IOException, InterruptedException {
    String rest = rest();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException("a node ended with " + exit + ": " + rest);
    }
    return rest;
  }

  private String rest() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
    }
    return said.toString();
  }
}
