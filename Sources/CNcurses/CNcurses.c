void n(void){}
