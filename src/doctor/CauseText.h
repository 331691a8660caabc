#pragma once

#include <QList>
#include <QString>

#include "cluster/Diagnosis.h"

/// The words for every cause, for the window and the command line alike: translated through
/// QCoreApplication, so QtCore is enough. Functions of values; call them on the thread on which the
/// translators are installed.
namespace nodescope::doctor {

enum class SnippetLanguage { Elixir, Erlang, Shell, VmArgs };

/// Something to paste. Never holds a cookie, only placeholders.
struct Snippet
{
    SnippetLanguage language = SnippetLanguage::Elixir;
    QString where; ///< where it is to be run, for people: `in the shell of cache@web2`
    QString code;  ///< names are quoted for the language; may have several lines
};

/// One way to repair: a sentence, and the snippets that do it.
struct Remedy
{
    QString text;
    QList<Snippet> snippets;
};

struct CauseText
{
    QString title;          ///< the verdict as a sentence: `The cookies differ.`; hedged where it is open
    QString certainty;      ///< how sure, and by what: `Almost certain: closed 1.2 ms after our digest.`
    QString explanation;    ///< what happened and what it means, one paragraph
    QList<Remedy> remedies; ///< the likeliest first; empty: nothing to repair
};

/// All there is to say of one failure.
[[nodiscard]] CauseText textOf(const cluster::Diagnosis &diagnosis);

/// The cause as a sentence; for None that it worked.
[[nodiscard]] QString titleOf(cluster::Cause cause);
/// Two or three words for a label on a link or a row of a list: `cookie mismatch`.
[[nodiscard]] QString briefOf(cluster::Cause cause);
/// The verdict as a sentence, and as words for a label. Where causes cannot be told apart the sentence names
/// none of them, and the label asks: `stale port?`.
[[nodiscard]] QString titleOf(const cluster::Diagnosis &diagnosis);
[[nodiscard]] QString briefOf(cluster::Cause cause, cluster::Certainty certainty);
/// A sentence for places that say no more than that: the verdict, or what is the likeliest of several.
[[nodiscard]] QString sentenceOf(cluster::Cause cause, cluster::Certainty certainty);
[[nodiscard]] QString explanationOf(const cluster::Diagnosis &diagnosis);
[[nodiscard]] QString certaintyOf(const cluster::Diagnosis &diagnosis);
[[nodiscard]] QList<Remedy> remediesOf(const cluster::Diagnosis &diagnosis);

/// The stable names of the causes that it may be, for those who look them up: `stale_port,
/// dist_port_blocked`.
[[nodiscard]] QString identifiersOf(const cluster::Diagnosis &diagnosis);

/// A rung's name where we dial: `EPMD answers`, `our digest`. And its state in a word: `passed`.
[[nodiscard]] QString titleOf(cluster::Rung rung);
/// The same where `from` dials `to`: `mallory’s digest`. A null `from` or selfName() is us.
[[nodiscard]] QString titleOf(cluster::Rung rung, const base::NodeName &from, const base::NodeName &to);
[[nodiscard]] QString titleOf(cluster::RungState state);
/// A duration for people, in the locale's numbers: `0.4 ms`, `7.0 s`.
[[nodiscard]] QString durationText(base::Duration duration);

} // namespace nodescope::doctor
