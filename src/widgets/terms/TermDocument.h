#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include <QObject>
#include <QThreadPool>

#include "term/ByteMap.h"
#include "term/Decoder.h"
#include "term/MappedText.h"
#include "term/TermDiff.h"

namespace nodescope::widgets {

/// The forms in which a term is read as text.
enum class TextForm : quint8 { Erlang, Elixir, Json };

/// One term that is looked at: the value, its bytes, its text, and one selected place in it that all views
/// share.
///
/// Whatever may take long (decoding, printing, finding, comparing) is done by a thread of its own, one thing
/// after another; what nobody wants any more is given up. Terms are immutable and shared, never copied.
///
/// Signals: `opened` once the term (or `error()`) is there, then `selected` for each change of the place, and
/// the answers. Lives on the window's thread.
class TermDocument : public QObject
{
    Q_OBJECT

public:
    /// Text is shown up to here; the rest is in the tree.
    static constexpr qsizetype MaxText = 60'000;

    explicit TermDocument(QObject *parent = nullptr);
    ~TermDocument() override;

    /// Takes a term in External Term Format, with version byte. What is open is left at once.
    void open(const QByteArray &externalTerm);
    /// Nothing is open.
    void close();

    [[nodiscard]] bool isOpening() const { return m_opening; }
    [[nodiscard]] const term::Term &term() const { return m_term; }
    [[nodiscard]] const std::optional<term::DecodeError> &error() const { return m_error; }
    /// The bytes as we would send them: what is shown as hex, and what places are found in.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes.bytes(); }

    /// The place that is looked at; empty: the whole.
    [[nodiscard]] const term::TermPath &selection() const { return m_selection; }
    [[nodiscard]] std::optional<term::ByteRange> selectedBytes() const;
    void select(const term::TermPath &path);
    /// The value that holds this byte.
    void selectByte(qsizetype offset);

    /// Asks for the text of what stands at `focus`; `textMade` follows.
    void makeText(TextForm form, const term::TermPath &focus);
    /// Asks for the next place behind the selected one (or before it) where the text stands; `found` follows.
    /// At the end it goes on at the begin.
    void find(const QString &text, bool backwards);

Q_SIGNALS:
    /// Another term, none, or it is being opened.
    void opened();
    void selected();
    void textMade(nodescope::widgets::TextForm form, const nodescope::term::TermPath &focus,
                  const std::shared_ptr<const nodescope::term::MappedText> &text);
    /// `count` places in all, this is the `number`-th (from 1); 0: there is none. `more`: only so many were
    /// counted.
    void found(int number, int count, bool more);

private:
    struct Opened
    {
        term::Term term;
        term::ByteMap bytes;
        std::optional<term::DecodeError> error;
    };
    struct Hits
    {
        QString text;
        QList<term::TermPath> paths;
        bool more = false;
    };

    void take(quint64 number, const std::shared_ptr<Opened> &opened);
    void takeHits(const std::shared_ptr<Hits> &hits, bool backwards);
    void goToHit(bool backwards);

    QThreadPool m_pool;
    std::shared_ptr<std::atomic<quint64>> m_wanted; ///< what threads work for; others give up
    term::Term m_term;
    term::ByteMap m_bytes;
    std::optional<term::DecodeError> m_error;
    bool m_opening = false;
    term::TermPath m_selection;
    std::shared_ptr<Hits> m_hits;
};

/// Where a place is, for people: `[3] › key › {1}`. Elements count from 1 in Erlang and from 0 in Elixir. The
/// middle of a long way is left out.
[[nodiscard]] QString placeText(const term::Term &root, const term::TermPath &path, term::Syntax syntax);
/// What a value is, in one line that costs little however large the value is.
[[nodiscard]] QString summaryOf(const term::Term &value, term::Syntax syntax, qsizetype maxCharacters = 160);

} // namespace nodescope::widgets
