//! What the keys on selected findings say.

use super::phrases;

phrases! {
    no_common_stage => "所选问题没有共同的下一步", "The selected findings have no next step in common";
    stages_differ => "所选问题要去的环节不同，请用 s 选环节", "The selected findings would go to different stages; choose one with s";
    no_way_on => "没有再下一个环节了；s 看可去的环节", "There is no stage further that way; s shows where it can go";
    one_finding_only => "这个操作一次只能对一个问题", "This works on one finding at a time";
}
