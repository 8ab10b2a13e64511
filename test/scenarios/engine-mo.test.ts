import { throughBoth } from './support/through-both';

throughBoth('mo');
