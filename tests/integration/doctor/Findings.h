#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace nodescope::test {

/// What `nodescope-cli doctor --json` (or `explain --json`) said, and how long it took.
struct Findings
{
    int status = -1; ///< of the process; -1: it crashed, or did not end in time
    QString verdict; ///< `ok`, `failed`, `uncertain`
    QString cause;
    QString certainty;
    QStringList candidates;
    QStringList notes;      ///< what is worth knowing of a healthy node, e.g. `hidden`
    QString brokenRung;     ///< the first that failed
    qsizetype remedies = 0; ///< how many, with the tests that would tell more
    double ownMs = 0;       ///< the whole ladder, without the start of the process
    double wallMs = 0;      ///< from the start of the process to its end
    QList<Findings> ofLog;  ///< what `explain` found, each on its own; they have no rungs
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] static Findings read(int status, const QByteArray &output, const QByteArray &errors);
    /// All of it, for messages of the test.
    [[nodiscard]] QString text() const;
};

/// What must have been said.
struct Expected
{
    enum class Certainty : quint8 { CannotDistinguish, AlmostCertain, Certain };

    QStringList causes; ///< each is right; the first is the fault that was made. Empty: the node is healthy
    Certainty atLeast = Certainty::AlmostCertain;
    QString rung;          ///< the one that broke; empty: not checked
    double within = 8'000; ///< milliseconds: the peer's own timer of seven seconds, and one
    double notBefore = 0;
    QStringList besides; ///< causes that the same log may name, rightly
    QString note;        ///< a healthy node: this must be among the notes

    [[nodiscard]] static Expected healthy(const char *note = "")
    {
        Expected expected;
        expected.note = QLatin1String(note);
        return expected;
    }
    [[nodiscard]] static Expected fault(std::initializer_list<const char *> causes,
                                        Certainty atLeast = Certainty::AlmostCertain, const char *rung = "")
    {
        Expected expected;
        for (const char *cause : causes)
            expected.causes.append(QLatin1String(cause));
        expected.atLeast = atLeast;
        expected.rung = QLatin1String(rung);
        return expected;
    }
    /// Not before, and not after these seconds.
    [[nodiscard]] Expected between(double from, double until) const
    {
        Expected expected = *this;
        expected.notBefore = from * 1'000;
        expected.within = until * 1'000;
        return expected;
    }
    /// Of all that a log says, the entry that is meant: the first that names one of the causes. What else
    /// was found there must be of these causes too, or of `besides`.
    [[nodiscard]] Findings choose(const Findings &findings) const;
    /// Empty if that is what was found; otherwise what is wrong with it.
    [[nodiscard]] QString differs(const Findings &findings) const;
};

} // namespace nodescope::test
