#include "widgets/terms/TermDocument.h"

#include <algorithm>
#include <atomic>

#include "term/Encoder.h"
#include "term/TermSearch.h"

namespace nodescope::widgets {

using term::Term;
using term::TermPath;

namespace {

constexpr int MostHits = 10'000;
constexpr qsizetype SearchSlice = 20'000;
constexpr qsizetype PlaceCharacters = 24;

std::shared_ptr<const term::MappedText> textOf(const Term &value, TextForm form)
{
    if (form == TextForm::Json) {
        term::JsonOptions options;
        options.pretty = true;
        options.maxBytes = TermDocument::MaxText;
        return std::make_shared<const term::MappedText>(term::jsonMapped(value, options));
    }
    term::PrintOptions options;
    options.syntax = form == TextForm::Erlang ? term::Syntax::Erlang : term::Syntax::Elixir;
    options.pretty = true;
    options.maxCharacters = TermDocument::MaxText;
    return std::make_shared<const term::MappedText>(term::printMapped(value, options));
}

} // namespace

TermDocument::TermDocument(QObject *parent)
    : QObject(parent)
    , m_wanted(std::make_shared<std::atomic<quint64>>(0))
{
    m_pool.setMaxThreadCount(1);
}

TermDocument::~TermDocument()
{
    ++*m_wanted;
    m_pool.clear();
    m_pool.waitForDone();
}

void TermDocument::open(const QByteArray &externalTerm)
{
    const quint64 number = ++*m_wanted;
    m_pool.clear();
    m_opening = true;
    m_pool.start([this, number, externalTerm] {
        auto made = std::make_shared<Opened>();
        const auto decoded = term::decode(externalTerm);
        if (decoded.ok()) {
            made->term = decoded->term;
            // Places are found in the bytes as we write them, not compressed and not in an older form.
            const QByteArray ours = term::encode(made->term);
            made->bytes = term::ByteMap(ours == externalTerm ? externalTerm : ours);
        } else {
            made->error = decoded.error();
        }
        // Runs on our own thread; should we be gone by then, it is dropped with us.
        QMetaObject::invokeMethod(
            this, [this, number, made] { take(number, made); }, Qt::QueuedConnection);
    });
}

void TermDocument::close()
{
    const quint64 number = ++*m_wanted;
    m_pool.clear();
    take(number, std::make_shared<Opened>());
}

void TermDocument::take(quint64 number, const std::shared_ptr<Opened> &opened)
{
    if (number != *m_wanted)
        return;
    m_opening = false;
    m_term = opened->term;
    m_bytes = std::move(opened->bytes);
    m_error = opened->error;
    m_selection.clear();
    m_hits.reset();
    Q_EMIT this->opened();
    Q_EMIT selected();
}

std::optional<term::ByteRange> TermDocument::selectedBytes() const
{
    return m_term.isValid() ? m_bytes.rangeOf(m_selection) : std::nullopt;
}

void TermDocument::select(const TermPath &path)
{
    // Not by QList: it compares two empty ones by their null pointers.
    const bool same = std::equal(path.begin(), path.end(), m_selection.begin(), m_selection.end());
    if (same || !term::partAt(m_term, path).isValid())
        return;
    m_selection = path;
    Q_EMIT selected();
}

void TermDocument::selectByte(qsizetype offset)
{
    if (const auto path = m_bytes.pathAt(offset))
        select(*path);
}

void TermDocument::makeText(TextForm form, const TermPath &focus)
{
    const quint64 number = *m_wanted;
    m_pool.start([this, number, form, focus, root = m_term, wanted = m_wanted] {
        if (number != *wanted)
            return;
        const auto text = textOf(term::partAt(root, focus), form);
        QMetaObject::invokeMethod(
            this,
            [this, number, form, focus, text] {
                if (number == *m_wanted)
                    Q_EMIT textMade(form, focus, text);
            },
            Qt::QueuedConnection);
    });
}

void TermDocument::find(const QString &text, bool backwards)
{
    if (m_hits && m_hits->text == text)
        return goToHit(backwards);
    const quint64 number = *m_wanted;
    m_pool.start([this, number, text, backwards, root = m_term, wanted = m_wanted] {
        auto hits = std::make_shared<Hits>();
        hits->text = text;
        term::TermSearch search(root, text);
        for (;;) {
            const auto state = search.advance(SearchSlice);
            if (number != *wanted)
                return;
            if (state == term::TermSearch::State::Ended)
                break;
            if (state != term::TermSearch::State::Found)
                continue;
            hits->more = hits->paths.size() == MostHits;
            if (hits->more)
                break;
            hits->paths.append(search.path());
        }
        QMetaObject::invokeMethod(
            this,
            [this, number, hits, backwards] {
                if (number == *m_wanted)
                    takeHits(hits, backwards);
            },
            Qt::QueuedConnection);
    });
}

void TermDocument::takeHits(const std::shared_ptr<Hits> &hits, bool backwards)
{
    m_hits = hits;
    goToHit(backwards);
}

// Places come in the order in which they are printed, which is that of their paths.
void TermDocument::goToHit(bool backwards)
{
    const QList<TermPath> &paths = m_hits->paths;
    if (paths.isEmpty()) {
        Q_EMIT found(0, 0, false);
        return;
    }
    const auto less = [](const TermPath &a, const TermPath &b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
    };
    qsizetype at = 0;
    if (backwards) {
        at = std::lower_bound(paths.begin(), paths.end(), m_selection, less) - paths.begin();
        at = at == 0 ? paths.size() - 1 : at - 1;
    } else {
        at = std::upper_bound(paths.begin(), paths.end(), m_selection, less) - paths.begin();
        // Before anything is selected the whole is, and that may be the place itself.
        if (m_selection.isEmpty() && paths.constFirst().isEmpty() && paths.size() == 1)
            at = 0;
        at = at == paths.size() ? 0 : at;
    }
    select(paths.at(at));
    Q_EMIT found(static_cast<int>(at) + 1, static_cast<int>(paths.size()), m_hits->more);
}

QString placeText(const Term &root, const TermPath &path, term::Syntax syntax)
{
    constexpr qsizetype Levels = 6;
    const qsizetype first = syntax == term::Syntax::Erlang ? 1 : 0;
    QStringList steps;
    Term at = root;
    for (qsizetype level = 0; level < path.size(); ++level) {
        const qsizetype part = path.at(level);
        const bool shown = level < Levels / 2 || level >= path.size() - Levels / 2;
        if (level == Levels / 2 && !shown)
            steps.append(QStringLiteral("…"));
        const bool pairs = at.isMap() || at.kind() == term::Kind::Record;
        if (shown) {
            if (pairs)
                steps.append(summaryOf(term::partAt(at, part - part % 2), syntax, PlaceCharacters));
            else if (at.isTuple())
                steps.append(QStringLiteral("{%1}").arg(part + first));
            else
                steps.append(QStringLiteral("[%1]").arg(part + first));
        }
        at = term::partAt(at, part);
    }
    return steps.join(QStringLiteral(" › "));
}

QString summaryOf(const Term &value, term::Syntax syntax, qsizetype maxCharacters)
{
    term::PrintOptions options;
    options.syntax = syntax;
    options.maxCharacters = maxCharacters;
    return term::print(value, options).text;
}

} // namespace nodescope::widgets
