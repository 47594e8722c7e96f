package press.tamizdat.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file in WAL mode: any number of readers, each on its own snapshot, and one writer at a
 * time.
 *
 * <p>Other processes may have it open too; a writer waits up to ten seconds for another one.
 */
public final class Database implements AutoCloseable {
  private final SQLiteDataSource readers;
  private final SQLiteDataSource writer;
  private final Jdbi reading;
  private final Jdbi writing;
  private final Idle idle;
  private final Idle idleWriter;
  private final ReentrantLock oneWriter = new ReentrantLock();
  private final JournalEmptying emptying = new JournalEmptying(this::emptyJournal);

  private Database(Path file) {
    this.readers = source(file, SQLiteConfig.TransactionMode.DEFERRED);
    this.writer = source(file, SQLiteConfig.TransactionMode.IMMEDIATE);
    this.idle = new Idle(readers);
    this.idleWriter = new Idle(writer);
    this.reading = discreet(Jdbi.create(idle));
    this.writing = discreet(Jdbi.create(idleWriter));
  }

  /** Without this an exception shows the values that were bound, and a log would keep them. */
  private static Jdbi discreet(Jdbi jdbi) {
    return jdbi.configure(
        StatementExceptions.class,
        c -> c.setMessageRendering(StatementExceptions.MessageRendering.SHORT_STATEMENT));
  }

  /**
   * Opens the file, makes it if it is not there, and brings its tables up to date.
   *
   * @param migrations a folder of the class path with {@code V1__what.sql} and so on
   */
  public static Database open(Path file, String migrations) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Database database = new Database(file);
    Flyway.configure()
        .dataSource(database.writer)
        .locations("classpath:" + migrations)
        .loggers("slf4j")
        .load()
        .migrate();
    return database;
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig.TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(10_000);
    config.enforceForeignKeys(true);
    config.setTransactionMode(mode);
    config.setCacheSize(-8_000);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON"); // what is deleted is overwritten
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  /** Reads on one snapshot: what others write meanwhile is not seen. */
  public <T> T read(Function<Handle, T> work) {
    return reading.inTransaction(work::apply);
  }

  /** Changes all or nothing. */
  public <T> T write(Function<Handle, T> work) {
    oneWriter.lock();
    try {
      return writing.inTransaction(work::apply);
    } finally {
      oneWriter.unlock();
    }
  }

  /** Changes all or nothing. */
  public void change(Consumer<Handle> work) {
    Boolean done =
        write(
            handle -> {
              work.accept(handle);
              return true;
            });
    if (!done) {
      throw new IllegalStateException("not written");
    }
  }

  /**
   * Changes all or nothing, and what stood there before is off the disk a second or so later.
   *
   * <p>In the database's own file SQLite writes zeros over what is deleted ({@code secure_delete});
   * in the journal it would stay until other changes come to lie over it, so the journal is
   * emptied. What a medium keeps of overwritten blocks is beyond any program: encrypt the disk.
   */
  public <T> T erase(Function<Handle, T> work) {
    T done = write(work);
    emptying.soon();
    return done;
  }

  @Override
  public void close() {
    emptying.close();
    idle.close();
    idleWriter.close();
  }

  /**
   * Whether the journal is empty now; a reader that still needs it prevents that.
   *
   * <p>The writers wait meanwhile, as they do for one another.
   */
  private boolean emptyJournal() {
    oneWriter.lock();
    try (Connection connection = readers.getConnection();
        Statement statement = connection.createStatement()) {
      boolean _ = statement.execute("PRAGMA busy_timeout = 200");
      try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        return row.next() && row.getInt(1) == 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the journal could not be emptied", e);
    } finally {
      oneWriter.unlock();
    }
  }

  /**
   * Connections that wait for their next use; opening one costs a millisecond, which a page cannot
   * spare.
   */
  private static final class Idle implements ConnectionFactory {
    private final SQLiteDataSource source;
    private final ConcurrentLinkedQueue<Connection> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    Idle(SQLiteDataSource source) {
      this.source = source;
    }

    @Override
    public Connection openConnection() throws SQLException {
      Connection free = waiting.poll();
      return free != null ? free : source.getConnection();
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
      if (closed) {
        connection.close();
      } else {
        waiting.add(connection);
      }
    }

    void close() {
      closed = true;
      for (Connection c = waiting.poll(); c != null; c = waiting.poll()) {
        try {
          c.close();
        } catch (SQLException e) {
          throw new IllegalStateException("the database file could not be closed", e);
        }
      }
    }
  }
}
