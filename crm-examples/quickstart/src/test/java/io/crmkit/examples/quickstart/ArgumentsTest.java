package io.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {

  @TempDir Path folder;

  @Test
  void without_arguments_the_story_is_told_in_english_on_a_new_file() throws Exception {
    Arguments arguments = Arguments.parse();

    assertThat(arguments.storage()).isEqualTo(Arguments.Storage.NEW_FILE);
    assertThat(arguments.importFrom()).isNull();
    assertThat(arguments.out()).isEqualTo(Path.of("quickstart-out"));
    assertThat(arguments.language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void every_option_is_understood() throws Exception {
    Arguments arguments =
        Arguments.parse("--lang", "zh", "--db", "here/crm", "--out", folder.toString());

    assertThat(arguments.storage()).isEqualTo(Arguments.Storage.FILE);
    assertThat(arguments.place()).isEqualTo("here/crm");
    assertThat(arguments.out()).isEqualTo(folder);
    assertThat(arguments.language().getLanguage()).isEqualTo("zh");
  }

  @Test
  void all_faults_are_told_together() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    List<String> faults =
        faults(
            "--memory",
            "--db",
            "x",
            "--what",
            "--lang",
            "fr",
            "--out",
            file.toString(),
            "--import");

    assertThat(faults)
        .containsExactlyInAnyOrder(
            "only one of --db, --memory can be given",
            "unknown argument: --what",
            "--lang is en or zh, not fr",
            "--out: " + file + " is a file, not a folder",
            "--import needs a value");
  }

  @Test
  void every_file_that_an_import_lacks_is_named() throws IOException {
    Files.createFile(folder.resolve("accounts.csv"));
    Files.createFile(folder.resolve("sales_teams.csv"));

    assertThat(faults("--import", folder.toString()))
        .containsExactly(
            "--import: " + folder + " has no file products.csv",
            "--import: " + folder + " has no file sales_pipeline.csv");
  }

  @Test
  void a_folder_that_is_not_there_is_named() {
    assertThat(faults("--import", "/no/such/folder"))
        .containsExactly("--import: there is no folder /no/such/folder");
  }

  @Test
  void an_option_that_is_given_twice_is_told() {
    assertThat(faults("--lang", "en", "--lang", "zh")).containsExactly("--lang is given twice");
  }

  @Test
  void a_url_of_another_database_is_told() {
    assertThat(faults("--postgres", "jdbc:mysql://x"))
        .containsExactly(
            "--postgres needs a URL that begins with jdbc:postgresql:, not jdbc:mysql://x");
    assertThat(faults("--mariadb", "jdbc:mysql://x"))
        .containsExactly(
            "--mariadb needs a URL that begins with jdbc:mariadb:, not jdbc:mysql://x");
  }

  @Test
  void a_url_says_which_server_it_is() throws Arguments.Unusable {
    Arguments arguments = Arguments.parse("--mariadb", "jdbc:mariadb://localhost/erp");

    assertThat(arguments.storage()).isEqualTo(Arguments.Storage.MARIADB);
    assertThat(arguments.place()).isEqualTo("jdbc:mariadb://localhost/erp");
  }

  @Test
  void the_program_ends_with_2_and_says_how_it_is_used() throws Exception {
    Child child = Child.java(Child.fullClassPath(), folder, "--nonsense");

    assertThat(child.waitFor()).isEqualTo(2);
    assertThat(child.output()).contains("unknown argument: --nonsense", "usage: java -jar");
  }

  private static List<String> faults(String... args) {
    return catchThrowableOfType(Arguments.Unusable.class, () -> Arguments.parse(args)).faults();
  }
}
