#include "widgets/replay/PlayActions.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QActionGroup>
#include <QDateTime>
#include <QInputDialog>
#include <QLocale>

#include "widgets/common/Words.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
constexpr std::array<double, 6> Speeds = {0.5, 1, 2, 10, 60, 600};
} // namespace

PlayActions::PlayActions(TimeDesk &desk, QWidget &window)
    : ActionSet(&window)
    , m_desk(desk)
    , m_window(window)
    , m_live(add(QStringLiteral("time.live"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_End)))
    , m_back(add(QStringLiteral("time.stepBack"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Left)))
    , m_play(add(QStringLiteral("time.play"), QKeySequence(Qt::CTRL | Qt::Key_Space)))
    , m_forth(add(QStringLiteral("time.stepForth"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Right)))
    , m_bookmark(add(QStringLiteral("time.bookmark"), QKeySequence(Qt::CTRL | Qt::Key_B)))
    , m_comment(add(QStringLiteral("time.comment"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)))
    , m_removeMark(add(QStringLiteral("time.removeMark")))
{
    m_live->setIcon(icon(Glyph::Live));
    m_back->setIcon(icon(Glyph::StepBack));
    m_forth->setIcon(icon(Glyph::StepForward));
    connect(m_live, &QAction::triggered, &desk, [&desk] { desk.ask(GoLive{}); });
    connect(m_back, &QAction::triggered, &desk, [&desk] { desk.ask(StepTime{-1}); });
    connect(m_forth, &QAction::triggered, &desk, [&desk] { desk.ask(StepTime{1}); });
    connect(m_play, &QAction::triggered, &desk, [&desk] {
        if (desk.state().playing || desk.state().live)
            desk.ask(PauseTime{});
        else
            desk.ask(PlayTime{});
    });
    connect(m_bookmark, &QAction::triggered, this, [this] {
        m_desk.ask(SetMark{{0, moment(), {}, {}, false}});
    });
    connect(m_comment, &QAction::triggered, this, &PlayActions::askForComment);
    connect(m_removeMark, &QAction::triggered, this, &PlayActions::removeNearestMark);
    auto *group = new QActionGroup(this);
    for (const double speed : Speeds) {
        QAction *action = add(QStringLiteral("time.speed%1").arg(speed));
        action->setCheckable(true);
        action->setData(speed);
        group->addAction(action);
        connect(action, &QAction::triggered, &desk, [&desk, speed] { desk.ask(SetSpeed{speed}); });
        m_speeds.append(action);
    }
    connect(&desk, &TimeDesk::stateChanged, this, &PlayActions::refresh);
}

qint64 PlayActions::moment() const
{
    return m_desk.state().live ? QDateTime::currentMSecsSinceEpoch() : m_desk.state().moment;
}

void PlayActions::askForComment()
{
    auto *dialog = new QInputDialog(&m_window);
    dialog->setObjectName(QStringLiteral("CommentDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Comment"));
    const qint64 at = moment();
    dialog->setLabelText(tr("What happened at %1?").arg(timeText(QDateTime::fromMSecsSinceEpoch(at), true)));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, at](const QString &text) {
        m_desk.ask(SetMark{{0, at, text.left(Mark::MaxText), {}, false}});
    });
    dialog->open();
}

void PlayActions::removeNearestMark()
{
    const QList<Mark> &marks = m_desk.state().marks;
    const qint64 at = moment();
    const auto nearest = std::min_element(marks.begin(), marks.end(), [at](const Mark &x, const Mark &y) {
        return std::abs(x.time - at) < std::abs(y.time - at);
    });
    if (nearest == marks.end())
        return;
    Mark mark = *nearest;
    mark.removed = true;
    m_desk.ask(SetMark{mark});
}

void PlayActions::refresh()
{
    const TimeState &state = m_desk.state();
    const QString nothing = state.begin == 0 ? tr("Nothing has happened yet") : QString();
    setAvailable(m_live, state.live ? tr("What is shown is now") : QString());
    setAvailable(m_back, nothing);
    setAvailable(m_forth, state.live && nothing.isEmpty() ? tr("There is nothing after now") : nothing);
    setAvailable(m_play, nothing);
    setAvailable(m_bookmark, nothing);
    setAvailable(m_comment, nothing);
    setAvailable(m_removeMark, state.marks.isEmpty() ? tr("There is no mark") : QString());
    for (QAction *action : std::as_const(m_speeds))
        action->setChecked(qFuzzyCompare(action->data().toDouble(), state.speed));
    const bool pauses = state.live || state.playing;
    m_play->setIcon(icon(pauses ? Glyph::Pause : Glyph::Play));
    describe(m_play, pauses ? tr("&Pause") : tr("&Play"),
             pauses ? tr("Stops at the moment that is shown; what happens goes on being noted")
                    : tr("Goes on from the moment that is shown"));
}

void PlayActions::retranslate()
{
    describe(m_live, tr("Back to &Live"), tr("Shows what is now again"));
    describe(m_back, tr("Step &Back"), tr("Shows the moment before the last change"));
    describe(m_forth, tr("Step For&ward"), tr("Shows the moment of the next change"));
    describe(m_bookmark, tr("Add Boo&kmark"), tr("Marks the moment that is shown"));
    describe(m_comment, tr("Add Co&mment…"), tr("Writes a note at the moment that is shown"));
    describe(m_removeMark, tr("&Remove Mark"), tr("Removes the bookmark or comment that is nearest"));
    for (QAction *action : std::as_const(m_speeds)) {
        const QString factor = QLocale().toString(action->data().toDouble());
        describe(action, tr("%1 ×").arg(factor), tr("Plays %1 times as fast as it happened").arg(factor));
    }
    refresh();
}

} // namespace nodescope::widgets
