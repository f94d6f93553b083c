-- Whether the activity of a self-employed person suffices for the second phase of VOP, over the quarters for which it was judged.
alter table read.old_right add column activity boolean;
