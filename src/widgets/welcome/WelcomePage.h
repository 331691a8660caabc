#pragma once

#include <QScrollArea>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/connect/RecentNodes.h"
#include "widgets/discovery/ProfileStore.h"
#include "widgets/replay/RecentRecordings.h"

class QAction;
class QGridLayout;
class QLabel;

namespace nodescope::widgets {

class NameList;
class WelcomeCard;

/// What is shown while there is no cluster: the ways to get one.
class WelcomePage : public QScrollArea
{
    Q_OBJECT

public:
    /// The actions are those of the menus; all must outlive the page.
    WelcomePage(const cluster::ClusterStore &store, RecentNodes &recent, RecentRecordings &recordings,
                ProfileStore &profiles, QAction &practice, QAction &connectTo, QAction &explain,
                QAction &listLocal, QWidget *parent = nullptr);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    void profileChosen(const QString &name);
    void recordingChosen(const QString &file);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void join(WelcomeCard *card, QAction &action);
    void retranslate();
    void showLocal();
    void showRecent();
    void showProfiles();
    void showRecordings();
    void arrange();

    const cluster::ClusterStore &m_store;
    RecentNodes &m_recent;
    RecentRecordings &m_recordings;
    ProfileStore &m_profiles;
    QLabel *m_title;
    QLabel *m_subtitle;
    WelcomeCard *m_practice;
    WelcomeCard *m_connect;
    WelcomeCard *m_explain;
    QWidget *m_lists;
    NameList *m_local;
    NameList *m_recentList;
    NameList *m_recordingList;
    NameList *m_profileList;
    QGridLayout *m_grid = nullptr;
    int m_columns = 0;
};

} // namespace nodescope::widgets
