# What is shown while there is no cluster.
target_sources(nodescope_widgets PRIVATE
    welcome/NameList.cpp welcome/NameList.h
    welcome/WelcomeCard.cpp welcome/WelcomeCard.h
    welcome/WelcomePage.cpp welcome/WelcomePage.h)
