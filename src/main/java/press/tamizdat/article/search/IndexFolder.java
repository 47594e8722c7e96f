package press.tamizdat.article.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/**
 * The index on the disk, open for writing. One process has it at a time.
 *
 * <p>Not safe for use by several threads, but for {@link #searchers}.
 */
final class IndexFolder implements AutoCloseable {
  /** Of the fields and of how words are made; another one means that the index is made anew. */
  private static final String FORMAT = "2 " + Version.LATEST;

  private static final System.Logger LOG = System.getLogger("press.tamizdat.search");

  /** What Lucene logs of itself at each start is of no use to who runs a newsroom. */
  private static final java.util.logging.Logger LUCENE =
      java.util.logging.Logger.getLogger("org.apache.lucene");

  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final String terms;
  private Mark mark;
  private boolean uncommitted;

  /**
   * How far the index has followed the database.
   *
   * @param number of the last change that is in it; 0 for none
   * @param article which one that was, empty for none
   */
  record Mark(long number, String article) {
    static final Mark NOTHING = new Mark(0, "");
  }

  private IndexFolder(
      FSDirectory directory,
      IndexWriter writer,
      SearcherManager searchers,
      String terms,
      Mark mark) {
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
    this.terms = terms;
    this.mark = mark;
  }

  /**
   * Opens the index. One that cannot be read, or is of another version, is thrown away.
   *
   * @param terms on what else the index depends; an index with others is thrown away
   * @throws IllegalStateException when another process has it open
   */
  static IndexFolder open(Path folder, String terms) throws IOException {
    LUCENE.setLevel(java.util.logging.Level.SEVERE);
    Files.createDirectories(folder);
    FSDirectory directory = FSDirectory.open(folder);
    try {
      if (DirectoryReader.indexExists(directory)) {
        return whole(directory, terms);
      }
    } catch (LockObtainFailedException e) {
      directory.close();
      throw taken(folder, e);
    } catch (IOException | RuntimeException e) {
      // Which of Lucene's exceptions a broken file causes depends on the file and the place.
      LOG.log(
          System.Logger.Level.WARNING,
          "the search index is broken and is made anew (" + e.getClass().getSimpleName() + ")");
    }
    return empty(directory, folder, terms);
  }

  private static IllegalStateException taken(Path folder, LockObtainFailedException e) {
    return new IllegalStateException(
        folder + " is open in another process: stop that one, or search there", e);
  }

  private static IndexFolder whole(FSDirectory directory, String terms) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Map<String, String> data = reader.getIndexCommit().getUserData();
      if (!FORMAT.equals(data.get("format")) || !terms.equals(data.get("terms"))) {
        LOG.log(
            System.Logger.Level.INFO,
            "the search index is of another version of the program or the settings, and is made"
                + " anew");
        return empty(directory, directory.getDirectory(), terms);
      }
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      Mark mark =
          new Mark(
              Long.parseLong(data.getOrDefault("number", "0")), data.getOrDefault("article", ""));
      return writing(directory, IndexWriterConfig.OpenMode.APPEND, terms, mark);
    }
  }

  private static IndexFolder empty(FSDirectory directory, Path folder, String terms)
      throws IOException {
    try {
      clear(directory, folder);
      return writing(directory, IndexWriterConfig.OpenMode.CREATE, terms, Mark.NOTHING);
    } catch (LockObtainFailedException e) {
      directory.close();
      throw taken(folder, e);
    }
  }

  /** Only who holds the lock may delete. */
  private static void clear(FSDirectory directory, Path folder) throws IOException {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
        Stream<Path> files = Files.list(folder)) {
      lock.ensureValid();
      for (Path file : files.filter(f -> !f.endsWith(IndexWriter.WRITE_LOCK_NAME)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static IndexFolder writing(
      FSDirectory directory, IndexWriterConfig.OpenMode mode, String terms, Mark mark)
      throws IOException {
    ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
    merges.setMaxMergesAndThreads(2, 1); // beside the questions, and never more than one
    IndexWriterConfig config =
        new IndexWriterConfig(new Fields())
            .setOpenMode(mode)
            .setRAMBufferSizeMB(16)
            .setCommitOnClose(false)
            .setMaxFullFlushMergeWaitMillis(0) // a question must not wait for a merge
            .setMergeScheduler(merges);
    IndexWriter writer = new IndexWriter(directory, config);
    try {
      SearcherManager searchers = new SearcherManager(writer, new SearcherFactory());
      return new IndexFolder(directory, writer, searchers, terms, mark);
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  /** Throws everything away. */
  IndexFolder emptied() throws IOException {
    Path folder = directory.getDirectory();
    close();
    return empty(FSDirectory.open(folder), folder, terms);
  }

  Mark mark() {
    return mark;
  }

  SearcherManager searchers() {
    return searchers;
  }

  /**
   * Puts changes in.
   *
   * @param gone ids of articles that there are no more
   * @param mark of the last of these changes
   */
  void put(List<org.apache.lucene.document.Document> changed, List<String> gone, Mark mark)
      throws IOException {
    for (var document : changed) {
      writer.updateDocument(new Term(Document.ID, document.get(Document.ID)), document);
    }
    for (String id : gone) {
      writer.deleteDocuments(new Term(Document.ID, id));
    }
    this.mark = mark;
    uncommitted = true;
  }

  /** Lets searches see what was put in. */
  void show() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Puts on the disk what was put in; until then a kill means that it is put in again. */
  void commit() throws IOException {
    if (uncommitted) {
      Map<String, String> data =
          Map.of(
              "format",
              FORMAT,
              "terms",
              terms,
              "number",
              Long.toString(mark.number()),
              "article",
              mark.article());
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
      uncommitted = false;
    }
  }

  /** Closes it without another commit. */
  @Override
  public void close() throws IOException {
    searchers.close();
    writer.rollback();
    directory.close();
  }

  /** Forms for the field of forms, stems for all others. */
  private static final class Fields extends org.apache.lucene.analysis.AnalyzerWrapper {
    Fields() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected org.apache.lucene.analysis.Analyzer getWrappedAnalyzer(@Nullable String field) {
      return Document.FORMS.equals(field) ? Wording.FORMS : Wording.STEMS;
    }
  }
}
