#include <QtTest>

#include "cli/shell/LineEditor.h"

using nodescope::cli::LineEditor;
using Event = LineEditor::Event;

class tst_LineEditor : public QObject
{
    Q_OBJECT

    static Event type(LineEditor &editor, QByteArray bytes)
    {
        Event last = Event::None;
        while (!bytes.isEmpty()) {
            const qsizetype before = bytes.size();
            last = editor.feed(bytes);
            if (bytes.size() == before)
                break;
        }
        return last;
    }

private Q_SLOTS:
    void edits_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("abc") << "abc";
        QTest::newRow("UTF-8") << QByteArray("\xc3\xa9\xf0\x9f\x98\x80")
                               << QString::fromUtf8("\xc3\xa9\xf0\x9f\x98\x80");
        QTest::newRow("backspace") << QByteArray("ab\x7f") << "a";
        QTest::newRow("backspace over a pair") << QByteArray("a\xf0\x9f\x98\x80\x7f") << "a";
        QTest::newRow("left, insert") << QByteArray("ac\x1b[Db") << "abc";
        QTest::newRow("Home, Delete") << QByteArray("abc\x1b[H\x1b[3~") << "bc";
        QTest::newRow("C-a, C-k") << QByteArray("abc\x01\x0b") << "";
        QTest::newRow("C-u") << QByteArray("abc\x1b[D\x15") << "c";
        QTest::newRow("C-w") << QByteArray("one two \x17") << "one ";
        QTest::newRow("C-d within") << QByteArray("ab\x01\x04") << "b";
        QTest::newRow("unknown sequence") << QByteArray("a\x1b[15~b") << "ab";
    }
    void edits()
    {
        QFETCH(QByteArray, keys);
        QFETCH(QString, text);
        LineEditor editor;
        type(editor, keys);
        QCOMPARE(editor.text(), text);
    }
    void tellsWhatHappened()
    {
        LineEditor editor;
        QCOMPARE(type(editor, "ab\r"), Event::Line);
        QCOMPARE(editor.text(), QStringLiteral("ab"));
        editor.accept();
        QVERIFY(editor.text().isEmpty());
        QCOMPARE(type(editor, "\x03"), Event::Interrupt);
        QCOMPARE(type(editor, "\x04"), Event::EndOfInput);
        QCOMPARE(type(editor, "\t"), Event::Complete);
    }
    void keepsSequencesThatAreNotWhole()
    {
        LineEditor editor;
        QByteArray bytes("\x1b[");
        QCOMPARE(editor.feed(bytes), Event::None);
        QCOMPARE(bytes.size(), 2);
        bytes = "\xc3";
        QCOMPARE(editor.feed(bytes), Event::None);
        QCOMPARE(bytes.size(), 1);
        QVERIFY(editor.text().isEmpty());
    }
    void recalls()
    {
        LineEditor editor;
        editor.setHistory({QStringLiteral("first"), QStringLiteral("second")});
        type(editor, "draft\x1b[A");
        QCOMPARE(editor.text(), QStringLiteral("second"));
        type(editor, "\x1b[A\x1b[A");
        QCOMPARE(editor.text(), QStringLiteral("first"));
        type(editor, "\x1b[B\x1b[B");
        QCOMPARE(editor.text(), QStringLiteral("draft"));
        editor.accept();
        type(editor, "\x1b[A");
        QCOMPARE(editor.text(), QStringLiteral("draft"));
    }
    void completes()
    {
        LineEditor editor;
        type(editor, "{lis");
        editor.complete(3, QStringLiteral("lists:"));
        QCOMPARE(editor.text(), QStringLiteral("{lists:"));
    }
    void drawsNoControlCharacters()
    {
        LineEditor editor;
        editor.setPrompt(QStringLiteral("> "));
        editor.setColumns(20);
        type(editor, QByteArray("\xe2\x80\xae") + QByteArray(100, 'x'));
        const QByteArray drawn = editor.drawn();
        QVERIFY(drawn.startsWith("\r\x1b[K> "));
        QVERIFY(!drawn.contains("\xe2\x80\xae"));
        QVERIFY(drawn.size() < 40);
    }
};

QTEST_APPLESS_MAIN(tst_LineEditor)
#include "tst_LineEditor.moc"
